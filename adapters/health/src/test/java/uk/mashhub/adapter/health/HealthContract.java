package uk.mashhub.adapter.health;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import uk.mashhub.adapter.SourceSystem;
import uk.mashhub.adapter.contract.RudeServer;
import uk.mashhub.adapter.contract.SourceSystemContract;
import uk.mashhub.adapter.health.fhir.FhirClient;
import uk.mashhub.simulators.SimulatorSettings;
import uk.mashhub.simulators.health.HealthSimulator;

/** Runs the contract of a source against the simulator, and against servers that behave badly. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class HealthContract implements SourceSystemContract {
    final HealthSimulator simulator = new HealthSimulator();
    private RudeServer silent;
    private RudeServer babbling;

    /** The source under test, on a server. */
    abstract SourceSystem source(FhirClient client);

    /** Which of the simulator's addresses it speaks to. */
    abstract String endpoint();

    /** A server of this kind that knows nobody of {@link #question}: the number is another one. */
    abstract SourceSystem strangers();

    @BeforeAll
    void start() throws IOException {
        simulator.start(new SimulatorSettings(Path.of("."), Asking.CLOCK, byte[]::new));
        silent = RudeServer.hanging();
        babbling = RudeServer.talkingNonsense();
    }

    @AfterAll
    void stop() throws IOException {
        simulator.stop();
        silent.close();
        babbling.close();
    }

    String base() {
        return simulator.endpoints().get(endpoint());
    }

    @Override
    public SourceSystem answering() {
        return source(Asking.client(base()));
    }

    @Override
    public SourceSystem knowingNobody() {
        return strangers();
    }

    @Override
    public SourceSystem unreachable() {
        return source(Asking.client("http://127.0.0.1:1"));
    }

    @Override
    public SourceSystem hanging() {
        return source(Asking.client("http://127.0.0.1:" + silent.port(), Duration.ofMillis(400)));
    }

    @Override
    public SourceSystem talkingNonsense() {
        return source(Asking.client("http://127.0.0.1:" + babbling.port()));
    }

    @Override
    public Duration patience() {
        return Duration.ofSeconds(5);
    }
}
