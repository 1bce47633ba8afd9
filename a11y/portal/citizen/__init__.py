"""The pages citizens read and watch."""
