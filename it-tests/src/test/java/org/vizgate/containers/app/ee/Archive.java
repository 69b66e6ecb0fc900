package org.vizgate.containers.app.ee;

import java.security.Principal;

import jakarta.annotation.Resource;
import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.SessionContext;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;

import org.vizgate.session.TableauSession;

/** An enterprise bean that tells who calls it. */
@Stateless
public class Archive {
    // The container sets it, before anybody can call.
    @Resource
    @SuppressWarnings("NullAway.Init")
    private SessionContext context;

    @Inject
    private TableauSession session;

    @PermitAll
    public String caller() {
        Principal caller = context.getCallerPrincipal();
        return caller.getName() + " " + session.site().contentUrl();
    }

    @PermitAll
    public boolean isReader() {
        return context.isCallerInRole("tableau:content:read");
    }

    @RolesAllowed("tableau:content:read")
    public String read() {
        return "allowed";
    }

    @RolesAllowed("tableau:content:write")
    public String write() {
        return "allowed";
    }
}
