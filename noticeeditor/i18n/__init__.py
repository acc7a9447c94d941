"""Codes and facts to sentences, in the language of the reader."""
