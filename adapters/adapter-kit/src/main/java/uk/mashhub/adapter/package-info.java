/** HOW does a system plug in? The port, in plain Java. Binding to addresses is in {@code adapter.route} alone. */
package uk.mashhub.adapter;
