package org.vizgate.standin.cloud;

import java.util.Optional;

import jakarta.json.Json;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonStructure;

import org.vizgate.standin.credential.Tenant;
import org.vizgate.standin.data.Site;
import org.vizgate.standin.data.StandInData;
import org.vizgate.standin.http.Call;

/** The sites of the tenant; Tableau Cloud has no Default site. */
final class TenantSites implements CloudMethod {
    private final StandInData data;
    private final Tenant tenant;
    private final CloudCaller caller;

    TenantSites(StandInData data, Tenant tenant, CloudCaller caller) {
        this.data = data;
        this.tenant = tenant;
        this.caller = caller;
    }

    @Override
    public Optional<JsonStructure> answer(Call call) {
        caller.session(call, "tableau:tcm_sites:read");
        if (!call.variable("tenant").equals(tenant.id())) {
            throw CloudFault.forbidden();
        }
        JsonArrayBuilder sites = Json.createArrayBuilder();
        for (Site site : data.sites()) {
            if (!site.isDefault()) {
                sites.add(Json.createObjectBuilder()
                        .add("siteUUID", site.luid())
                        .add("name", site.name())
                        .add("contentUrl", site.contentUrl()));
            }
        }
        return Optional.of(Json.createObjectBuilder().add("sites", sites).build());
    }
}
