package uk.mashhub.adapter.route;

import org.apache.camel.CamelContext;
import org.apache.camel.component.file.remote.SftpConfiguration;
import org.apache.camel.component.file.remote.SftpEndpoint;

/** The polling endpoint of a feed, set up in code so that no name or path has to be escaped into an address. */
final class SftpPolling {
    private static final int TIMEOUT_MILLIS = 10_000;
    private static final String NOT_FINAL = "(?i).*\\.(part|filepart|tmp|rejected)";

    private SftpPolling() {}

    static SftpEndpoint endpoint(CamelContext context, SftpFeed feed, SilentFailure failures) {
        SftpEndpoint endpoint = context.getEndpoint(
                "sftp://" + feed.user() + "@" + feed.host() + ":" + feed.port() + "/" + feed.directory(),
                SftpEndpoint.class);
        secure(endpoint.getConfiguration(), feed);
        endpoint.setExclude(NOT_FINAL);
        endpoint.setReadLock("none");
        endpoint.setAutoCreate(false);
        // The next poll is the next try.
        endpoint.setMaximumReconnectAttempts(0);
        endpoint.setInitialDelay(feed.delay().toMillis());
        endpoint.setDelay(feed.delay().toMillis());
        endpoint.setProcessStrategy(new FileAftermath());
        endpoint.setExceptionHandler(failures);
        endpoint.setOnCompletionExceptionHandler(failures);
        endpoint.setPollStrategy(failures);
        return endpoint;
    }

    private static void secure(SftpConfiguration c, SftpFeed feed) {
        c.setPrivateKeyFile(feed.privateKey().toString());
        c.setKnownHostsFile(feed.knownHosts().toString());
        c.setUseUserKnownHostsFile(false);
        c.setAutoCreateKnownHostsFile(false);
        c.setStrictHostKeyChecking("yes");
        c.setPreferredAuthentications("publickey");
        c.setConnectTimeout(TIMEOUT_MILLIS);
        c.setTimeout(TIMEOUT_MILLIS);
        c.setSoTimeout(TIMEOUT_MILLIS);
        c.setThrowExceptionOnConnectFailed(true);
        c.setStreamDownload(true);
        c.setStepwise(false);
    }
}
