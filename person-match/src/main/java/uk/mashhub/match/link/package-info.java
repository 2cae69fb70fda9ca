/** Links many records at once: finds pairs worth weighing, and puts together what is surely one person. */
package uk.mashhub.match.link;
