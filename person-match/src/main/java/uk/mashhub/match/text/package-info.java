/** Names and numbers as text: folded, spelt, sounded, written in other scripts. */
package uk.mashhub.match.text;
