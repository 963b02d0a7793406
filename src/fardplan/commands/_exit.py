"""What the program tells the shell when it ends."""

from enum import IntEnum


class ExitCode(IntEnum):
    """The exit codes; scripts and CI rely on them."""

    OK = 0
    FOUND = 1
    WRONG_USAGE = 2
    CANNOT_RUN = 3
    BUG = 70
    INTERRUPTED = 130
    PIPE_CLOSED = 141
