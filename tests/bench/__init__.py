"""The benchmark: speed and size of the course, measured on this machine against their targets (`make bench`)."""
