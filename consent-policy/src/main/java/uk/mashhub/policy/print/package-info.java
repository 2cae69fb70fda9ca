/** The agreements as a book: one HTML file that an information governance lead reads, prints and brings to a meeting. */
package uk.mashhub.policy.print;
