"""An invented group for the lab on stages: made up for practice, not data."""

from __future__ import annotations

from groupwork.labs.record import Group, Session

FATHERS = Group(
    worker="Judith",
    members={
        "A": "Arun",
        "B": "Bilal",
        "C": "Chidi",
        "E": "Eduardo",
        "G": "Goran",
        "H": "Henrik",
        "M": "Minh",
        "S": "Sean",
    },
    sessions=(
        Session(
            number=1,
            note=(
                "Coats stay on, and each man answers Judith when his turn comes. "
                "Henrik: “I’m only here to have a look.”"
            ),
            from_worker=26,
            to_worker="A3 B2 C4 E4 G3 H4 M2 S5",
            between="ES2 CS1 AE1",
            votes="Pre Pre Pre Pre",
        ),
        Session(
            number=2,
            note=(
                "School lunches, bus lines, washing powder. In every pause the men look at Judith. "
                "Minh: “How do the other groups do it?” Sean is missing and has sent no word."
            ),
            from_worker=24,
            to_worker="A4 B2 C4 E5 G3 H3 M4",
            between="CE3 AE2 GH2 CM1",
            votes="Pre Pre Pre Pre",
            absent="S",
        ),
        Session(
            number=3,
            note=(
                "Henrik asks Judith whether she has children, and whether she has ever been alone with them. "
                "Sean would like a list of topics. Goran: “I had enough of school when I was at school.”"
            ),
            from_worker=20,
            to_worker="A2 B1 C3 E3 G4 H8 M2 S5",
            between="GS5 ES3 HS2 CE3 AE2 GH2",
            votes="Pow Pow Pre Pre",
            disagreements=2,
        ),
        Session(
            number=4,
            note=(
                "Sean brings his list. Goran: “Who made you the chairman?” "
                "Henrik says that Judith lets it run because she has no plan. "
                "Bilal is laughed at for the one remark he makes, and Judith stops that at once."
            ),
            from_worker=17,
            to_worker="A1 B1 C2 E2 G5 H5 M1 S6",
            between="GS11 HS5 GH3 CS3 EG2 AE2 CE2 CH1 BG1",
            votes="Pow Pow Pow Pre/Pow",
            disagreements=7,
        ),
        Session(
            number=5,
            before="The school holidays have begun.",
            note=(
                "Two chairs are empty: Arun is away with his sons, and Bilal has told Judith on the telephone that he "
                "was not sure he was wanted. The six agree on ten minutes for each, and Chidi keeps the time. "
                "Chidi: “That goes for you too, Sean.”"
            ),
            from_worker=13,
            to_worker="C3 E2 G4 H3 M2 S4",
            between="GS6 CG4 CS5 EH3 EM3 HM2 CE4 GH2",
            votes="Pow/Int Int Int Pre/Pow",
            disagreements=4,
            absent="AB",
        ),
        Session(
            number=6,
            note=(
                "Bilal is back, and Eduardo has kept him a chair. Chidi: “I cried in the car outside the nursery.” "
                "Eduardo: “With me it’s the supermarket car park.” "
                "Sean tells Judith that she always looks at Chidi."
            ),
            from_worker=11,
            to_worker="A2 B1 C2 E2 G1 H2 M2 S5",
            between="CE9 CM5 AC4 EG3 BC3 BM2 HM4 AS3 CS4 GH3 EH3 GS2",
            votes="Int Int Int Pow/Int",
            disagreements=2,
            parting=1,
        ),
        Session(
            number=7,
            before="On Sunday Minh’s daughter was taken to hospital.",
            note=(
                "Judith says what Minh has allowed her to say. "
                "After that the men speak low, one at a time, and to her. "
                "Henrik: “Is it all right to talk about our own things tonight?”"
            ),
            from_worker=21,
            to_worker="A4 B2 C4 E4 G3 H5 S4",
            between="CE4 AC2 EG3 GH3 HS2 AS2",
            votes="Pre/Int Pre Pre Int",
            absent="M",
        ),
        Session(
            number=8,
            before="The daughter is at home again.",
            note=(
                "Minh: “You filled my freezer. I didn’t know what to say at the door.” "
                "Then Henrik turns to Goran, who has decided who cooks on which day: "
                "“Nobody asked you to run us.” They do not ask Judith to settle it."
            ),
            from_worker=12,
            to_worker="A2 B1 C1 E1 G3 H4 M2 S2",
            between="GH9 EM4 CM4 BM4 GM3 AH3 HS3 CE3 GS3 AM2 CG2",
            votes="Pow Int Pow Int/Dif",
            disagreements=5,
        ),
        Session(
            number=9,
            note=(
                "Arun lets his boys stay up late, and Sean has a timetable on the fridge. "
                "They compare for a long time, others join in, and Judith says almost nothing. "
                "Arun: “I’d never do it your way. Tell me again how you do it.”"
            ),
            from_worker=6,
            to_worker="A1 B1 C1 E2 G1 H2 M1 S2",
            between="AS8 AB3 BS3 CS3 AG4 CE4 GH3 EH4 HM3 BM4 CM3 GS3 EM2 AC2 EG2",
            votes="Int/Dif Dif Int Int/Dif",
            disagreements=6,
            parting=1,
        ),
        Session(
            number=10,
            note=(
                "Bilal leads tonight. Bilal: “Goran, your ten minutes are over. I’m not angry, I’m keeping time.” "
                "They differ about how to spend the last evening and leave it open until next week."
            ),
            from_worker=4,
            to_worker="A1 B1 C1 E1 H1 M1 S2",
            between="BG6 BS4 AB3 BH4 BC3 CE4 GM3 AS4 HM3 EH3 AM3 GS3 CG3 EM3 CS2 AH2",
            votes="Dif Dif Dif Dif/Sep",
            disagreements=4,
            parting=3,
        ),
        Session(
            number=11,
            note=(
                "Judith reminds them that one evening is left. "
                "Sean: “You could get us three more months if you wanted.” "
                "The quarrel about the list is back, as if it had never been settled. "
                "Eduardo is at a parents’ evening, he says."
            ),
            from_worker=13,
            to_worker="A2 B1 C2 G4 H3 M1 S7",
            between="GS8 BG3 HS4 CS3 AC3 BM3 AM2 GH4 BH2 CM3",
            votes="Sep Pow/Sep Pow Sep",
            disagreements=5,
            parting=9,
            absent="E",
        ),
        Session(
            number=12,
            note=(
                "Each man says to each other man what he takes with him. Arun and Minh have fixed a day to cook "
                "together, and Eduardo asks what the agency offers in autumn. "
                "Henrik, at the door: “I’m only here to have a look.” Everyone laughs."
            ),
            from_worker=10,
            to_worker="A3 B2 C2 E3 G2 H3 M3 S3",
            between="AH4 BG4 CM4 ES4 GS4 EM3 AM3 BM3 CE3 GH3 HS3 BC2 AB2 EG2",
            votes="Sep Sep Dif Sep",
            disagreements=1,
            parting=14,
        ),
    ),
)
