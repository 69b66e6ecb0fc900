package org.vizgate.containers.app.ee;

import jakarta.ws.rs.ApplicationPath;
import jakarta.ws.rs.core.Application;

/** Below {@code /rest}. */
@ApplicationPath("/rest")
public class RestApplication extends Application {}
