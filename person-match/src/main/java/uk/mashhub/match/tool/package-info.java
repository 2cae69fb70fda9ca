/** Tools for whoever must answer for the matching: how good it is, what it has learnt, why it decided so. */
package uk.mashhub.match.tool;
