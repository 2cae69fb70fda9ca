/** What policy may read: a closed vocabulary of named attributes, each computed in one place and tested. */
package uk.mashhub.policy.fact;
