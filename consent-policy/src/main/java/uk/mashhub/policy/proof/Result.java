package uk.mashhub.policy.proof;

import uk.mashhub.policy.agreement.Claim;

/** What comes out of the rules of a question, as logic. */
interface Result {

    /** Literal: the claim does not hold. */
    int broken(Claim claim);
}
