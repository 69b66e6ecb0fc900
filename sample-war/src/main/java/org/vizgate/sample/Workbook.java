package org.vizgate.sample;

/**
 * A workbook the caller may see.
 *
 * @param id the workbook's LUID
 * @param name its title; not unique
 */
record Workbook(String id, String name) {}
