package org.ronghe.platform.web;

/// What a method that serves pages returns.
public sealed interface Answer permits Page, Redirect, Download {}
