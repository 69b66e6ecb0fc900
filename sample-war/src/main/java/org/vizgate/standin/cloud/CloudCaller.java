package org.vizgate.standin.cloud;

import java.util.List;

import org.vizgate.standin.http.Call;

/** Who calls, by the token in {@code x-tableau-session-token}. */
final class CloudCaller {
    private final CloudSessions sessions;

    CloudCaller(CloudSessions sessions) {
        this.sessions = sessions;
    }

    static String token(Call call) {
        List<String> tokens = call.headers("x-tableau-session-token");
        if (tokens.size() != 1) {
            throw CloudFault.deadToken();
        }
        return tokens.get(0);
    }

    CloudSession session(Call call) {
        return sessions.use(token(call)).orElseThrow(CloudFault::deadToken);
    }

    /** The session, if it covers {@code scope}. */
    CloudSession session(Call call, String scope) {
        CloudSession session = session(call);
        if (!session.identity().access().covers(scope)) {
            throw CloudFault.forbidden();
        }
        return session;
    }
}
