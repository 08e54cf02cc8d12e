@echo off
rem Starts the menu of ips in a folder of its own, beside this file.
rem Only ASCII in here: the code page of a window isn't known before it is set.
setlocal EnableExtensions DisableDelayedExpansion
title IPS
chcp 65001 >nul
set "here=%~dp0"

rem Explorer takes this file alone out of a zip, into a folder for temporary files.
set "temporary=no"
if not exist "%here%ips.exe" set "temporary=yes"
if /i not "%here:\AppData\Local\Temp\=%"=="%here%" set "temporary=yes"
if "%temporary%"=="yes" (
    echo.
    echo Pak de zip eerst uit: klik er met rechts op, en kies "Alles uitpakken".
    echo Dubbelklik daarna op "Start IPS" in de map die je dan krijgt.
    echo.
    echo Unpack the zip first: right-click it, and choose "Extract all".
    echo Then double-click "Start IPS" in the folder that you get.
    goto end
)

rem Also where it is on a network: pushd gives that a letter.
pushd "%here%"
rem Else a folder would be made in another place.
if not exist "ips.exe" goto failed
if not exist "Profielen\" md "Profielen"
cd "Profielen"
if not exist "..\ips.exe" goto failed
rem The profiles come here, whatever was set elsewhere.
set "IPS_DIR=."
..\ips.exe
rem 130: someone pressed Ctrl-C.
if "%errorlevel%"=="130" goto end
if not "%errorlevel%"=="0" goto failed
goto end

:failed
echo.
echo Het ging niet goed. Lees wat hierboven staat. Wat al bewaard was, is er nog.
echo Something went wrong. Read what is said above. What was saved before is still there.

:end
echo.
echo Druk op een toets om dit venster te sluiten. / Press a key to close this window.
pause >nul
rem Gives back that letter: without this each evening would take another one.
popd
