package uk.mashhub.policy;

import java.util.Objects;
import uk.mashhub.model.decision.Audience;
import uk.mashhub.model.vocabulary.Artefact;
import uk.mashhub.model.vocabulary.Purpose;
import uk.mashhub.policy.fact.Attribute;
import uk.mashhub.policy.fact.Channel;
import uk.mashhub.policy.fact.FactVector;

/**
 * Something wants to leave: a receipt, feedback, a chaser, a notice, an information product, a statutory push.
 *
 * @param channel {@code queue}, {@code reply}, {@code sftp}, {@code secure-email}, {@code post} or {@code telephone}; any
 *     other word is refused
 * @param perpetratorSide whether the recipient is, or may be, on the perpetrator's side; say yes where it is not known
 * @param secondPersonReleased a second person has looked at exactly these bytes
 * @param ownersAgreed every owner whose content is in it has agreed; true where there is none
 * @param enquiryHidesLocation somebody of the enquiry must not be found; say yes where it is not known
 */
public record Sending(
        Artefact artefact,
        Audience recipient,
        String channel,
        Purpose purpose,
        boolean perpetratorSide,
        boolean secondPersonReleased,
        boolean ownersAgreed,
        boolean enquiryHidesLocation) {
    public Sending {
        Objects.requireNonNull(artefact, "artefact");
        Objects.requireNonNull(recipient, "recipient");
        Objects.requireNonNull(channel, "channel");
        Objects.requireNonNull(purpose, "purpose");
    }

    /** A receipt in fixed words to whoever sent a message, over the connection or queue that it came by. */
    public static Sending receipt(Audience sender, String channel) {
        return new Sending(Artefact.RECEIPT, sender, channel, Purpose.FEEDBACK, true, false, true, true);
    }

    /** What rules read of it. */
    public FactVector facts() {
        return new FactVector.Gathering()
                .put(Attribute.ARTEFACT, artefact)
                .put(Attribute.SECTOR, recipient.sector())
                .put(Attribute.ROLE, recipient.role())
                .put(Attribute.PLACEMENT, recipient.placement())
                .put(Attribute.CHANNEL, Channel.of(channel))
                .put(Attribute.PURPOSE, purpose)
                .put(Attribute.PERPETRATOR_SIDE, perpetratorSide)
                .put(Attribute.SECOND_PERSON_RELEASED, secondPersonReleased)
                .put(Attribute.OWNERS_AGREED, ownersAgreed)
                .put(Attribute.ENQUIRY_HIDES_LOCATION, enquiryHidesLocation)
                .done();
    }
}
