package uk.mashhub.adapter.police.records;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import uk.mashhub.adapter.SourceSystem;
import uk.mashhub.adapter.SourceUnavailable;
import uk.mashhub.adapter.contract.RudeServer;
import uk.mashhub.adapter.contract.SourceSystemContract;
import uk.mashhub.model.contact.Question;

class RecordsContractTest implements SourceSystemContract {
    private PoliceFixture police;
    private RudeServer rude;

    @BeforeEach
    void start() {
        police = new PoliceFixture();
    }

    @AfterEach
    void stop() throws IOException {
        police.close();
        if (rude != null) {
            rude.close();
        }
    }

    @Override
    public SourceSystem answering() {
        police.force.bringUp();
        return police.source();
    }

    @Override
    public SourceSystem knowingNobody() {
        police.force.bringUp();
        police.force.forgetEverybody();
        return police.source();
    }

    @Override
    public SourceSystem unreachable() {
        try (ServerSocket free = new ServerSocket(0)) {
            return PoliceFixture.sourceAt(free.getLocalPort());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public SourceSystem hanging() {
        police.force.hang();
        return police.impatientSource();
    }

    @Override
    public SourceSystem talkingNonsense() {
        police.force.bringUp();
        police.force.send("application/json", "<<<{{ certainly not a record }}");
        return police.source();
    }

    @Override
    public Question question() {
        return PoliceFixture.question(PoliceFixture.maya(), PoliceFixture.grace(), PoliceFixture.daniel());
    }

    @Override
    public Optional<Question> doubtful() {
        return Optional.of(PoliceFixture.question(PoliceFixture.asked("k-ruby", "Ruby", "Madeup", "2015-07-03")));
    }

    @Test
    void isUnavailableWhenTheTokenEndpointIsRude() throws IOException {
        rude = RudeServer.talkingNonsense();
        assertThatThrownBy(() -> PoliceFixture.sourceAt(rude.port()).ask(question()))
                .isInstanceOf(SourceUnavailable.class)
                .hasMessageContaining("token endpoint");
    }
}
