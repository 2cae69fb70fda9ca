package uk.mashhub.hub.intake;

import java.time.Instant;
import java.util.Optional;
import uk.mashhub.hub.area.ClockFace;
import uk.mashhub.hub.enquiry.Enquiry;
import uk.mashhub.hub.enquiry.EnquiryFact;
import uk.mashhub.hub.enquiry.EnquiryLedger;
import uk.mashhub.hub.storage.EnquiryRow;
import uk.mashhub.model.RandomSource;
import uk.mashhub.model.enquiry.Stage;
import uk.mashhub.model.id.EnquiryId;
import uk.mashhub.model.vocabulary.Purpose;
import uk.mashhub.model.vocabulary.Rating;

/** Opens an enquiry with its first fact. Its clock starts when the contact arrived, not when it was read. */
public final class EnquiryOpening {
    private final EnquiryLedger ledger;
    private final RandomSource random;

    public EnquiryOpening(EnquiryLedger ledger, RandomSource random) {
        this.ledger = ledger;
        this.random = random;
    }

    /** Opens it, unrated, for the purpose of screening. */
    EnquiryId open(Sender sender, Instant receivedAt, EnquiryFact first) {
        EnquiryId id = EnquiryId.random(random);
        ledger.open(new EnquiryRow(
                id,
                sender.area().code(),
                Reference.random(random),
                Stage.RECEIVED.name(),
                Purpose.PRESCREEN.name(),
                Rating.UNRATED.name(),
                receivedAt,
                ClockFace.due(sender.area(), Rating.UNRATED, receivedAt),
                0,
                Optional.empty()));
        ledger.append(id, sender.agency().id(), first);
        return id;
    }

    /**
     * Takes a mended contact into the enquiry that stood for it while it could not be read: same reference, same clock.
     * What was decided about nobody is to be decided again.
     *
     * @return empty if it was mended before
     */
    Optional<EnquiryId> mend(EnquiryId id, Sender sender, EnquiryFact.Received contact) {
        Enquiry enquiry = ledger.lock(id);
        if (enquiry.referral().isPresent()) {
            return Optional.empty();
        }
        ledger.append(id, sender.agency().id(), contact);
        if (enquiry.stage() == Stage.DECIDED || enquiry.stage() == Stage.CLOSED) {
            Stage stage = enquiry.rating() == Rating.UNRATED ? Stage.RECEIVED : Stage.ENQUIRING;
            ledger.update(enquiry.row().at(stage));
        }
        return Optional.of(id);
    }
}
