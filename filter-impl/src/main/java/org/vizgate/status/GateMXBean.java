package org.vizgate.status;

import java.util.List;
import java.util.Map;

/**
 * One gate in JMX, as {@code org.vizgate:type=Gate,context="/myapp",host="…"}. Read-only. Counts begin with the start of the
 * web application; their names are those of the status page, with a slash between kind and outcome:
 * {@code token.issued/refresh_token}.
 */
public interface GateMXBean {
    /** Version of the jar; empty if it does not say. */
    String getVersion();

    String getIssuer();

    /** When the web application started, in ISO 8601. */
    String getStarted();

    long getUptimeSeconds();

    /** Name of the store of grants. */
    String getStore();

    /** The keys that open access tokens, the issuing one first. */
    List<String> getKeyIds();

    /** Events of the audit log, by event and reason. */
    Map<String, Long> getEvents();

    /** Calls to Tableau, and for metadata documents of clients, by call and outcome. */
    Map<String, Long> getCalls();

    /** Operations of the store, by operation and outcome. */
    Map<String, Long> getStoreOperations();

    /** What is so at this moment. */
    Map<String, Long> getGauges();
}
