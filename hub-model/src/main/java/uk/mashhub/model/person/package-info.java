/** People, households and what is known of them, with where each fact came from. */
package uk.mashhub.model.person;
