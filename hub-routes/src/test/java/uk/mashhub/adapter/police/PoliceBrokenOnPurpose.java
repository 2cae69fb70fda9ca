package uk.mashhub.adapter.police;

/** Something for another adapter to know. */
public class PoliceBrokenOnPurpose {}
