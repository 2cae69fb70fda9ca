/** Bodies are encrypted for their recipient before they reach broker, outbox or quarantine (ruling 17). */
package uk.mashhub.adapter.seal;
