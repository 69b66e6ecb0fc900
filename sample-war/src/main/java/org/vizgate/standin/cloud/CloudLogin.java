package org.vizgate.standin.cloud;

import java.util.Optional;

import jakarta.json.Json;
import jakarta.json.JsonStructure;

import org.vizgate.standin.credential.CloudIdentity;
import org.vizgate.standin.credential.Refused;
import org.vizgate.standin.credential.Tenant;
import org.vizgate.standin.credential.UnifiedAccess;
import org.vizgate.standin.http.Call;
import org.vizgate.standin.session.Access;

/** The two ways into Cloud Manager, and out. */
final class CloudLogin {
    private final UnifiedAccess unifiedAccess;
    private final CloudSessions sessions;

    CloudLogin(UnifiedAccess unifiedAccess, CloudSessions sessions) {
        this.unifiedAccess = unifiedAccess;
        this.sessions = sessions;
    }

    /** By the secret of an administrator's personal access token; its name is not asked for. */
    Optional<JsonStructure> byAccessToken(Call call) {
        Tenant.Administrator administrator = unifiedAccess
                .tenant()
                .withAccessToken(CloudBody.parse(call).requiredText("token"))
                .orElseThrow(CloudFault::login);
        return answer(new CloudIdentity(administrator, Access.FULL));
    }

    Optional<JsonStructure> byJwt(Call call) {
        String jwt = CloudBody.parse(call).requiredText("token");
        try {
            return answer(unifiedAccess.openCloudManager(jwt));
        } catch (Refused e) {
            throw CloudFault.login();
        }
    }

    private Optional<JsonStructure> answer(CloudIdentity identity) {
        CloudSession session = sessions.create(identity);
        return Optional.of(Json.createObjectBuilder()
                .add("sessionToken", session.token())
                .add("userId", identity.administrator().id())
                .add("tenantId", unifiedAccess.tenant().id())
                .add("sessionExpiration", CloudSessions.end(session).toString())
                .build());
    }

    Optional<JsonStructure> out(Call call) {
        if (!sessions.end(CloudCaller.token(call))) {
            throw CloudFault.deadToken();
        }
        return Optional.empty();
    }
}
