"""The site on which a policy is used."""
