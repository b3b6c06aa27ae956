"""Russian expressions of time: found by rules, given TIMEX3 values."""
