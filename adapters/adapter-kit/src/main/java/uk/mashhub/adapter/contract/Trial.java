package uk.mashhub.adapter.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import java.util.List;
import java.util.Optional;
import uk.mashhub.adapter.Unreadable;
import uk.mashhub.model.contact.Contact;

/** One message put to a translator: a contact or a refusal; everything else has failed the test already. */
record Trial(Optional<Contact> contact, Optional<Unreadable> refusal) {
    static Trial of(TranslatorContract contract, byte[] message) {
        try {
            return new Trial(
                    Optional.of(contract.translator().translate(message, contract.received())), Optional.empty());
        } catch (Unreadable e) {
            return new Trial(Optional.empty(), Optional.of(e));
        } catch (RuntimeException | StackOverflowError | OutOfMemoryError e) {
            return fail("only Unreadable may be thrown, not " + e.getClass().getName(), e);
        }
    }

    void assertUnreadable(String what) {
        assertThat(refusal).as("refusal of a message that is: " + what).isPresent();
    }

    void assertFault(Unreadable.Fault fault) {
        assertThat(refusal.map(Unreadable::fault)).contains(fault);
    }

    void assertSaysNothingPrivate(List<String> values) {
        refusal.ifPresent(
                e -> assertThat(e.place() + " " + e.reason() + " " + e).doesNotContain(values.toArray(String[]::new)));
    }
}
