"""The versions of the policy, the one working draft, and who has read them."""
