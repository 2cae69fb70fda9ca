/** The JSON form of the model, for messages and storage. */
package uk.mashhub.adapter.wire;
