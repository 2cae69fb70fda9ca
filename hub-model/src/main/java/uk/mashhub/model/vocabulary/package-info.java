/** Closed vocabularies. What policy may read is an enum here, and every one that a source can fill has UNKNOWN. */
package uk.mashhub.model.vocabulary;
