"""What is wrong or worth a look, at the field and in one list; the dates ahead."""
