/** WHO is this? Links the records of one person across agencies. Read {@link uk.mashhub.match.Matcher} first. */
package uk.mashhub.match;
