# Completion of ips for PowerShell: the program itself tells what can stand where you press Tab.
Register-ArgumentCompleter -Native -CommandName ips -ScriptBlock {
    param($wordToComplete, $commandAst, $cursorPosition)
    $words = @($commandAst.CommandElements |
        Where-Object { $_.Extent.EndOffset -lt $cursorPosition } |
        ForEach-Object {
            if ($_ -is [System.Management.Automation.Language.StringConstantExpressionAst]) { $_.Value } else { $_.Extent.Text }
        })
    $place = $words.Count
    $words = @($words | Select-Object -Skip 1) + @($wordToComplete -replace '["'']', '')
    $encoding = [Console]::OutputEncoding
    try {
        [Console]::OutputEncoding = [System.Text.Encoding]::UTF8
        $env:IPS_COMPLETE = $place
        $lines = @(& ips @words 2>$null)
    } finally {
        Remove-Item Env:IPS_COMPLETE -ErrorAction SilentlyContinue
        [Console]::OutputEncoding = $encoding
    }
    foreach ($line in $lines) {
        $value, $help = $line -split "`t", 2
        $typed = if ($value -match '^[\w./\\:=-]+$') { $value } else { "'" + $value.Replace("'", "''") + "'" }
        if (-not $help) { $help = $value }
        [System.Management.Automation.CompletionResult]::new($typed, $value, 'ParameterValue', $help)
    }
}
