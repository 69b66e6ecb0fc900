package org.vizgate.containers.app.ee;

import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;

import org.vizgate.session.TableauCaller;

/** The recipe of README.md: scopes per method, and the caller. */
@Path("/workbooks")
@RequestScoped
public class Workbooks {
    @Inject
    private TableauCaller caller;

    @GET
    @RolesAllowed("tableau:content:read")
    public String list() {
        return "workbooks of " + caller.session().user().name();
    }

    @DELETE
    @RolesAllowed("tableau:content:write")
    public void delete() {}
}
