/** WHAT does a hub need before it can start? Its folder, its first policy, and whether everything around it is there. */
@org.jspecify.annotations.NullMarked
package uk.mashhub.hub.setup;
