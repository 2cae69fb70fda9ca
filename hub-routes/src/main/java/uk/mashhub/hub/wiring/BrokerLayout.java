package uk.mashhub.hub.wiring;

import java.io.IOException;
import java.nio.file.Path;
import org.apache.activemq.artemis.api.core.QueueConfiguration;
import org.apache.activemq.artemis.api.core.RoutingType;
import org.apache.activemq.artemis.api.core.SimpleString;
import org.apache.activemq.artemis.core.config.Configuration;
import org.apache.activemq.artemis.core.config.CoreAddressConfiguration;
import org.apache.activemq.artemis.core.config.impl.ConfigurationImpl;
import org.apache.activemq.artemis.core.server.JournalType;
import org.apache.activemq.artemis.core.settings.impl.AddressSettings;
import uk.mashhub.hub.storage.OwnerOnly;

/** A plan as Artemis configuration: durable, in this process only, nothing made on demand. */
final class BrokerLayout {
    /** 3.33 ms, the default, caps one blocking producer at some 290 durable messages a second, whatever the disk. */
    private static final int JOURNAL_BUFFER_NANOS = 200_000;
    /** The broker never gives up: attempts are counted in the database (ADR 0006). */
    private static final int FOR_EVER = -1;

    private BrokerLayout() {}

    /** @param acceptor the in-VM address, such as {@code vm://1} */
    static Configuration of(BrokerPlan plan, BrokerSettings settings, Path folder, String acceptor) throws IOException {
        Path home = OwnerOnly.folder(folder);
        ConfigurationImpl broker = new ConfigurationImpl();
        broker.setName("hub");
        broker.setPersistenceEnabled(true);
        broker.setSecurityEnabled(true);
        broker.setPopulateValidatedUser(true);
        broker.setJMXManagementEnabled(false);
        broker.setJournalType(JournalType.NIO);
        broker.setJournalSyncTransactional(true);
        broker.setJournalSyncNonTransactional(true);
        broker.setJournalBufferTimeout_NIO(JOURNAL_BUFFER_NANOS);
        broker.setPersistIDCache(true);
        broker.setJournalDirectory(OwnerOnly.folder(home.resolve("journal")).toString());
        broker.setBindingsDirectory(OwnerOnly.folder(home.resolve("bindings")).toString());
        broker.setLargeMessagesDirectory(OwnerOnly.folder(home.resolve("large")).toString());
        broker.setPagingDirectory(OwnerOnly.folder(home.resolve("paging")).toString());
        try {
            broker.addAcceptorConfiguration("in-vm", acceptor);
        } catch (Exception e) {
            throw new IOException("the broker's own address is not one", e);
        }
        broker.addAddressSetting("#", kept(settings));
        plan.queues().forEach(name -> broker.addAddressConfiguration(address(name, queue(name))));
        for (String name : plan.notices()) {
            broker.addAddressSetting(name, expiring(settings));
            broker.addAddressConfiguration(
                    address(name, queue(name).setLastValue(true).setRingSize(settings.noticesMost())));
        }
        return broker;
    }

    private static AddressSettings kept(BrokerSettings settings) {
        return new AddressSettings()
                .setAutoCreateAddresses(false)
                .setAutoCreateQueues(false)
                .setAutoDeleteAddresses(false)
                .setAutoDeleteQueues(false)
                .setAutoCreateDeadLetterResources(false)
                .setAutoCreateExpiryResources(false)
                .setDeadLetterAddress(SimpleString.of(BrokerPlan.DEAD))
                .setExpiryAddress(SimpleString.of(BrokerPlan.EXPIRED))
                .setMaxDeliveryAttempts(FOR_EVER)
                .setRedeliveryDelay(settings.redeliveryDelay().toMillis())
                .setRedeliveryMultiplier(2)
                .setMaxRedeliveryDelay(settings.redeliveryDelayMost().toMillis());
    }

    /** A notice that nobody fetches is dropped, not moved aside: it says nothing that the team's list does not say. */
    private static AddressSettings expiring(BrokerSettings settings) {
        return kept(settings).setExpiryDelay(settings.noticeExpiry().toMillis()).setExpiryAddress(SimpleString.of(""));
    }

    private static QueueConfiguration queue(String name) {
        return QueueConfiguration.of(name)
                .setAddress(name)
                .setRoutingType(RoutingType.ANYCAST)
                .setDurable(true)
                .setAutoDelete(false);
    }

    private static CoreAddressConfiguration address(String name, QueueConfiguration queue) {
        return new CoreAddressConfiguration()
                .setName(name)
                .addRoutingType(RoutingType.ANYCAST)
                .addQueueConfiguration(queue);
    }
}
