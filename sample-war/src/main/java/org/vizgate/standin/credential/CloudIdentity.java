package org.vizgate.standin.credential;

import org.vizgate.standin.session.Access;

/** Who signs in to Cloud Manager, and what a session that comes of it may do. */
public record CloudIdentity(Tenant.Administrator administrator, Access access) {}
