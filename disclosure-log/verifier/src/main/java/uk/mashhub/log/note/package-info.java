/**
 * The signed texts of a transparency log, as C2SP spells them: notes, checkpoints, cosignatures, receipts, and the rule of
 * whom to trust. Read {@link uk.mashhub.log.note.SignedNote} first, then {@link uk.mashhub.log.note.TrustPolicy}.
 */
package uk.mashhub.log.note;
