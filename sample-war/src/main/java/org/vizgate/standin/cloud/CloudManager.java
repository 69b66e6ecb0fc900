package org.vizgate.standin.cloud;

import java.util.List;

import jakarta.json.JsonStructure;

import org.vizgate.standin.credential.UnifiedAccess;
import org.vizgate.standin.data.StandInData;
import org.vizgate.standin.http.Area;
import org.vizgate.standin.http.Endpoint;
import org.vizgate.standin.http.Reply;
import org.vizgate.standin.session.Sessions;

/** Cloud Manager as a part of the address space. */
public final class CloudManager {
    private CloudManager() {}

    /**
     * Cloud Manager has a host of its own; here it has paths.
     *
     * @param path what its paths begin with, before {@code /api/v1}; may be empty
     */
    public static List<Area> areas(
            String path,
            StandInData data,
            UnifiedAccess unifiedAccess,
            CloudSessions cloudSessions,
            Sessions siteSessions) {
        String v1 = path + "/api/v1/";
        CloudCaller caller = new CloudCaller(cloudSessions);
        CloudLogin login = new CloudLogin(unifiedAccess, cloudSessions);
        UatConfigurations uat = new UatConfigurations(unifiedAccess, caller, cloudSessions, siteSessions);
        Area first = new Area(v1, new CloudRefusals())
                .on("POST", v1 + "pat/login", endpoint(200, login::byAccessToken))
                .on("POST", v1 + "tcuJwt/login", endpoint(200, login::byJwt))
                .on(
                        "GET",
                        v1 + "tenants/{tenant}/sites",
                        endpoint(200, new TenantSites(data, unifiedAccess.tenant(), caller)))
                .on("POST", v1 + "uat-configurations", endpoint(201, uat::create))
                .on("GET", v1 + "uat-configurations", endpoint(200, uat::list))
                .on("GET", v1 + "uat-configurations/{id}", endpoint(200, uat::get))
                .on("PUT", v1 + "uat-configurations/{id}", endpoint(200, uat::replace))
                .on("PATCH", v1 + "uat-configurations/{id}", endpoint(200, uat::change))
                .on("DELETE", v1 + "uat-configurations/{id}", endpoint(200, uat::delete))
                .on("POST", v1 + "uat-revocations", endpoint(200, uat::revoke));
        String v2 = path + "/api/v2/";
        Area second = new Area(v2, new CloudRefusals()).on("DELETE", v2 + "sessions", endpoint(200, login::out));
        return List.of(first, second);
    }

    private static Endpoint endpoint(int status, CloudMethod method) {
        return call -> {
            try {
                return method.answer(call).map(content -> json(status, content)).orElseGet(() -> Reply.empty(204));
            } catch (CloudFault fault) {
                return fault.reply();
            }
        };
    }

    private static Reply json(int status, JsonStructure content) {
        return Reply.of(status, "application/json;charset=UTF-8", content.toString());
    }
}
