"""What the lab notebooks work with: groups on record, and figures of them; pure Python, without any widget."""
