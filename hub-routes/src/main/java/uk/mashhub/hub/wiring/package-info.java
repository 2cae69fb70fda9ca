/** What is put together with what. The only package with Spring configuration. */
package uk.mashhub.hub.wiring;
