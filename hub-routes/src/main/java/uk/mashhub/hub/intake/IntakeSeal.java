package uk.mashhub.hub.intake;

import java.util.Optional;
import uk.mashhub.adapter.Addresses;
import uk.mashhub.adapter.IntakeMessage;
import uk.mashhub.adapter.seal.Seal;
import uk.mashhub.adapter.seal.SealBroken;
import uk.mashhub.adapter.seal.SealKeyPair;
import uk.mashhub.adapter.wire.ModelJson;

/** Opens what was sealed for the hub's intake, and seals what the hub's own doors send there. */
public final class IntakeSeal {
    private final SealKeyPair hub;

    public IntakeSeal(SealKeyPair hub) {
        this.hub = hub;
    }

    /** The message, or empty if it was not sealed for this address and hub, or is no intake message. */
    public Optional<IntakeMessage> open(byte[] sealed) {
        try {
            return Optional.of(ModelJson.read(Seal.open(hub, Addresses.INTAKE, sealed), IntakeMessage.class));
        } catch (SealBroken | IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    /** Seals a message for the hub's intake. */
    public byte[] seal(IntakeMessage message) {
        return Seal.seal(hub.publicKey(), Addresses.INTAKE, ModelJson.write(message));
    }
}
