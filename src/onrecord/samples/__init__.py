"""Sample coverage: thirteen articles about an invented dispute, by invented outlets, for the tutorial and the tests."""
