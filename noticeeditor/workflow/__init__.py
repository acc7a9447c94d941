"""Who may do what with a notice: states, acts, versions, the audit trail; pure."""
