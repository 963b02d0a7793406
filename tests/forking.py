"""For tests of what only a system does that copies processes, as all but Windows do."""

from __future__ import annotations

import os

import pytest

needs_fork = pytest.mark.skipif(not hasattr(os, "fork"), reason="no second process without fork")
