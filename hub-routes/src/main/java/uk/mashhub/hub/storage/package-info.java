/**
 * What the hub remembers, in PostgreSQL, with every body sealed. Read {@link uk.mashhub.hub.storage.Vault} first, then
 * {@link uk.mashhub.hub.storage.EnquiryStore} and {@link uk.mashhub.hub.storage.ViewReader}. Every store works inside its
 * caller's transaction unless it says otherwise.
 */
package uk.mashhub.hub.storage;
