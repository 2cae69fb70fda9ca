/** What a hub remembers, in a folder that can be put back: rows as they lie in the database, sealed, and files; never a key. */
package uk.mashhub.hub.backup;
