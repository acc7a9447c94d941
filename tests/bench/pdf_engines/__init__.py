"""One worker for each PDF engine, doing the same work in a process of its own."""
