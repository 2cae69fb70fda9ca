/** Binds the port to addresses; the only package of the kit that knows Camel (ruling 30). */
package uk.mashhub.adapter.route;
