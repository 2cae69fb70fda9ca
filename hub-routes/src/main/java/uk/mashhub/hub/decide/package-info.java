/** Every view of an enquiry, decided again whenever any of its inputs changes. */
package uk.mashhub.hub.decide;
