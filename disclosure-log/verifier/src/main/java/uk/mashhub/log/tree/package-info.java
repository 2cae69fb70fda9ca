/**
 * The Merkle tree of RFC 6962 and RFC 9162 (SHA-256), laid out in the tiles of C2SP tlog-tiles: roots, inclusion and
 * consistency proofs, made and verified. Read {@link uk.mashhub.log.tree.TileTree} first.
 */
package uk.mashhub.log.tree;
