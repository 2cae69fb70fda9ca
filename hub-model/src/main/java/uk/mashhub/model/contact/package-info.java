/** What passes between an adapter and the hub: contacts, questions and answers. People are keys of the message. */
package uk.mashhub.model.contact;
